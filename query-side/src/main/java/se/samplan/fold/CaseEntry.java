package se.samplan.fold;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** An entry of a case, folded from its facts: a referral, an activity, a consent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public interface CaseEntry {}

package se.samplan.command;

/** A command that two different people may have to send; who one is, all appointments of that person tell. */
public interface TakesSecondPerson {}

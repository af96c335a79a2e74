/** Who works where: the appointments of an organisation, and one's own. */
@NullMarked
package se.samplan.staff;

import org.jspecify.annotations.NullMarked;

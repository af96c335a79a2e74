@NullMarked
package se.samplan.rights;

import org.jspecify.annotations.NullMarked;

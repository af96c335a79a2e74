@NullMarked
package se.samplan.operation;

import org.jspecify.annotations.NullMarked;

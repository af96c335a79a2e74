@NullMarked
package se.samplan.http;

import org.jspecify.annotations.NullMarked;

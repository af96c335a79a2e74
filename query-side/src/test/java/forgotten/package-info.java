/** What a developer might forget, outside the packages that are scanned. */
@NullMarked
package forgotten;

import org.jspecify.annotations.NullMarked;

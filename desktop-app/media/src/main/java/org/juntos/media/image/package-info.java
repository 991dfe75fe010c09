/// Images: measured, cleaned and decoded in a child JVM that is told only bytes and answers only
/// bytes.
@NullMarked
package org.juntos.media.image;

import org.jspecify.annotations.NullMarked;

/// Choosing a picture, and the part of it that others will see.
@NullMarked
package org.juntos.ui.picture;

import org.jspecify.annotations.NullMarked;

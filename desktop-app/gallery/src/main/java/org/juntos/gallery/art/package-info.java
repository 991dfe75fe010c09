/// Draws the pack of stickers that comes with Juntos. A developer's tool: the pictures are part of
/// the sources.
@NullMarked
package org.juntos.gallery.art;

import org.jspecify.annotations.NullMarked;

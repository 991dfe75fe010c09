/// Finds emoji in text and draws them as pictures.
@NullMarked
package org.juntos.ui.emoji;

import org.jspecify.annotations.NullMarked;

/// Colours, sizes and fonts, light and dark.
@NullMarked
package org.juntos.ui.theme;

import org.jspecify.annotations.NullMarked;

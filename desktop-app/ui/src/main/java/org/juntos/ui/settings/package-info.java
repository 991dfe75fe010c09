/// The person's own name, link and looks.
@NullMarked
package org.juntos.ui.settings;

import org.jspecify.annotations.NullMarked;

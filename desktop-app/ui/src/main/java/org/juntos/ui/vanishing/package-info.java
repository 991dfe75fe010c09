/// How long messages stay, and who decides it.
@NullMarked
package org.juntos.ui.vanishing;

import org.jspecify.annotations.NullMarked;

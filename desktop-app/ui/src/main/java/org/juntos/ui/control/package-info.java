/// Small controls that every screen uses.
@NullMarked
package org.juntos.ui.control;

import org.jspecify.annotations.NullMarked;

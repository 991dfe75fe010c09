/// Entry points and wiring: the only code that calls service constructors.
@NullMarked
package org.juntos.launcher;

import org.jspecify.annotations.NullMarked;

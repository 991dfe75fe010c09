/// A relay that lies: the real one, behind a script that may drop, hold back, repeat, rewrite and
/// mix what passes. The script is the same over the links of a simulated network and in a proxy
/// that real clients and a real relay know only by its port.
@NullMarked
package org.juntos.testkit.lie;

import org.jspecify.annotations.NullMarked;

/// A relay that lies: the real one, behind a script that may drop, hold back, repeat, rewrite and
/// mix what passes.
@NullMarked
package org.juntos.testkit.lie;

import org.jspecify.annotations.NullMarked;

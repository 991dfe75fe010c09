/// The client without a window on real engines and a real relay.
@NullMarked
package org.juntos.testkit.commands;

import org.jspecify.annotations.NullMarked;

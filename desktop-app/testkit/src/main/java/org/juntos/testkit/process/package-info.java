/// Relays and people in processes of their own, to be killed.
@NullMarked
package org.juntos.testkit.process;

import org.jspecify.annotations.NullMarked;

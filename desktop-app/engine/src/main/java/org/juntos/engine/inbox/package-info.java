/// Opens envelopes, applies what they say, and acknowledges them after the commit.
@NullMarked
package org.juntos.engine.inbox;

import org.jspecify.annotations.NullMarked;

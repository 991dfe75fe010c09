@NullMarked
package org.juntos.relay.push;

import org.jspecify.annotations.NullMarked;

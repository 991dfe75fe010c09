/// Who is connected at this moment.
@NullMarked
package org.juntos.relay.presence;

import org.jspecify.annotations.NullMarked;

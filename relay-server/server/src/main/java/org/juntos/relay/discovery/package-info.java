/// Finding accounts by phone number without learning who is looked for.
@NullMarked
package org.juntos.relay.discovery;

import org.jspecify.annotations.NullMarked;

/// Who may send to whom: holders of an access key without a word of who they are, everybody else by
/// asking.
@NullMarked
package org.juntos.relay.access;

import org.jspecify.annotations.NullMarked;

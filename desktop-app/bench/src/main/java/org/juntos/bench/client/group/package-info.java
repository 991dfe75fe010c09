/// What a message to a group costs who writes it, beside libsignal alone.
@NullMarked
package org.juntos.bench.client.group;

import org.jspecify.annotations.NullMarked;

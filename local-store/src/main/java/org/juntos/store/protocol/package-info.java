/// Where the Signal protocol's records are kept.
@NullMarked
package org.juntos.store.protocol;

import org.jspecify.annotations.NullMarked;

/// Sealing what an account shares with those who hold its profile key.
@NullMarked
package org.juntos.crypto.profile;

import org.jspecify.annotations.NullMarked;

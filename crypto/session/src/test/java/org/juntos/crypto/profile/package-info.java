@NullMarked
package org.juntos.crypto.profile;

import org.jspecify.annotations.NullMarked;

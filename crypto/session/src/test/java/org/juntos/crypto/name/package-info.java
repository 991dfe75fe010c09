@NullMarked
package org.juntos.crypto.name;

import org.jspecify.annotations.NullMarked;

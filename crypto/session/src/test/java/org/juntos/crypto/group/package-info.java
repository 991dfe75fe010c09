@NullMarked
package org.juntos.crypto.group;

import org.jspecify.annotations.NullMarked;

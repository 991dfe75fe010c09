/// Adds devices to this account, lists them and takes them off.
@NullMarked
package org.juntos.engine.linking;

import org.jspecify.annotations.NullMarked;

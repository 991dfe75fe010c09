/// Makes files fit to be sent, and shows received ones without trusting them: every decoder runs in
/// a child process with limits on time, memory and pixels.
@NullMarked
package org.juntos.media;

import org.jspecify.annotations.NullMarked;

/* What the fuzz targets share: a `die` that comes back, so that one process can refuse any number of inputs. */
#ifndef GRADER_FUZZ_H
#define GRADER_FUZZ_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

/* Where a refusal by the agent's own code returns to. To be set with `setjmp` before that code is entered. */
extern jmp_buf fuzz_refused;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process like a failed sanitizer check: the input broke a promise of the code under test. */
void fuzz_promise(int kept, const char *what);

#endif

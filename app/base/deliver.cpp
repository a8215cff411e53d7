// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"

using namespace Qt::StringLiterals;

namespace acx {

Error cancelledError()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.sentence = u"Cancelled."_s;
    return error;
}

} // namespace acx

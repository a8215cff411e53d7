// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace acx {

/// A value or the reason why there is none. Becomes std::expected with C++23.
template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// Builds the failing side of a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString sentence, QString nextStep = {},
                                                QString technical = {})
{
    Error error;
    error.kind = kind;
    error.sentence = std::move(sentence);
    error.nextStep = std::move(nextStep);
    error.technical = std::move(technical);
    return tl::unexpected<Error>(std::move(error));
}

} // namespace acx

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

/// What the laws look for, one pattern each. They stand apart from the test because moc cannot read raw strings.
namespace laws {

[[nodiscard]] QRegularExpression upwardInclude();
[[nodiscard]] QRegularExpression unrootedInclude();
[[nodiscard]] QRegularExpression floorInclude();
[[nodiscard]] QRegularExpression loggedSecret();
[[nodiscard]] QRegularExpression nestedLoop();
[[nodiscard]] QRegularExpression blockingExec();
[[nodiscard]] QRegularExpression blockingDialog();
[[nodiscard]] QRegularExpression senderCall();
[[nodiscard]] QRegularExpression stringConnect();
[[nodiscard]] QRegularExpression thenWithContext();
[[nodiscard]] QRegularExpression singleton();
[[nodiscard]] QRegularExpression accessManager();
[[nodiscard]] QRegularExpression dangerousDefault();
[[nodiscard]] QRegularExpression plainDebug();
[[nodiscard]] QRegularExpression colourLiteral();

} // namespace laws

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
/// A constant (a), a type (b) or a function (f, its parameters: p) that is defined at the start of a line.
[[nodiscard]] QRegularExpression unlinkedName();
/// The name of a parameter, which makes no other function.
[[nodiscard]] QRegularExpression parameterName();

} // namespace laws

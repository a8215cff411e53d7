// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QFrame>

#include <functional>

namespace acx {

class Theme;

enum class MessageKind { Info, Success, Warning, Error };

/// What a screen has to say, shown under the top bar with cause, next step and expandable detail; never a modal box.
struct Message
{
    MessageKind kind = MessageKind::Info;
    QString text;
    QString nextStep;
    QString details;    ///< shown on request, selectable
    QString actionText; ///< one optional button
    std::function<void()> action;
    bool staysOpen = true; ///< false: goes away after some seconds
    [[nodiscard]] static Message fromError(const Error &error);
};

/// Shows one message at a time; a later one replaces it. Announces itself to assistive technology. Object name
/// "messageBar"; its parts: "messageText", "messageAction", "messageDetails", "messageClose".
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);
    void showMessage(const Message &message);
    void clear();

private:
    class Private;
    Private *d; // child object
};

} // namespace acx

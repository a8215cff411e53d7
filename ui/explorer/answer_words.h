// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"
#include "ui/widgets/message_bar.h"

#include <QStringList>

#include <optional>

namespace acx {

/// What a person is told first about an answer.
struct AnswerHeadline
{
    MessageKind kind = MessageKind::Error;
    QString title;
    QString text;
    QString details;
};

/// A refusal or fault in the service's own words, a redirect that was not followed, a body that is cut, or one of which
/// nobody knows whether it is whole; none for an answer that is as it should be.
[[nodiscard]] std::optional<AnswerHeadline> answerHeadline(const Exchange &exchange);
/// What else is worth knowing.
[[nodiscard]] QStringList answerNotes(const Exchange &exchange);

} // namespace acx

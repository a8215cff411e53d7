// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QClipboard>
#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace acx {

class SecretClipboard;

/// Looks at all that this program puts on the clipboard and into the primary selection, from whichever view and by
/// whichever key, menu or mouse. What holds a secret is marked as such and cleared again by SecretClipboard: a token of
/// ours, a value that an answer named a secret (SecretClipboard::know()), a part of one of these, or what the Redactor
/// would remove. What other programs copy is left alone.
class ClipboardGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardGuard)

public:
    /// `tokens` are those that live now.
    ClipboardGuard(QClipboard &clipboard, SecretClipboard &secrets, std::function<QList<Secret>()> tokens,
                   QObject *parent = nullptr);

    /// Text that the guard leaves as it is, because whoever made it knows that it holds no secret.
    [[nodiscard]] static QMimeData *plainMimeData(const QString &text);
    /// Beside the text of a view that shows bytes: the bytes themselves, which the guard reads as well.
    static constexpr char bytesFormat[] = "application/octet-stream";

private:
    void look(QClipboard::Mode mode);
    void lookInBackground(QClipboard::Mode mode, const QString &text, const QByteArray &bytes);
    void take(QClipboard::Mode mode, const QString &text);

    QClipboard &m_clipboard;
    SecretClipboard &m_secrets;
    std::function<QList<Secret>()> m_tokens;
    quint64 m_looks = 0; ///< a later content makes an earlier one's finding stale
};

/// Whether text holds something secret, or is part of something that is.
[[nodiscard]] bool holdsSecret(const QByteArray &text, const QList<Secret> &known);

} // namespace acx

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/response/response_body.h"

#include <QClipboard>
#include <QObject>

#include <array>
#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace acx {

class SecretClipboard;

/// Where copied text comes from. The name that makes a value a secret stands here, even if only the value was copied.
struct CopySource
{
    QByteArray text;                  ///< all of the widget's, as UTF-8
    std::optional<ResponseBody> body; ///< what the widget shows a part of, of any size
    bool isSecret = false;            ///< whatever is copied from it is a secret
};

/// Looks at all that this program puts on the clipboard and into the primary selection, from whichever view and by
/// whichever key, menu or mouse. What holds a secret is marked as such and cleared again by SecretClipboard: a token of
/// ours, a value that an answer named a secret (SecretClipboard::know()), a value beside the name of a secret where it
/// was copied from, a part of one of these, or what the Redactor would remove. What other programs copy is left alone.
class ClipboardGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClipboardGuard)

public:
    /// `tokens` are those that live now, `source` is where text that is copied now comes from.
    ClipboardGuard(QClipboard &clipboard, SecretClipboard &secrets, std::function<QList<Secret>()> tokens,
                   std::function<CopySource()> source, QObject *parent = nullptr);

    /// Text that the guard leaves as it is, because whoever made it knows that it holds no secret.
    [[nodiscard]] static QMimeData *plainMimeData(const QString &text);
    /// Beside the text of a view that shows bytes: the bytes themselves, which the guard reads as well.
    static constexpr char bytesFormat[] = "application/octet-stream";

private:
    struct Look
    {
        QString text;
        QByteArray bytes;
        CopySource source;
        QList<Secret> known;
        quint64 number = 0; ///< of Place::looks
        quint64 lesson = 0; ///< of m_lessons, for `known`
    };
    /// One of the clipboards.
    struct Place
    {
        quint64 looks = 0;        ///< a later content makes an earlier one's finding stale
        bool isBusy = false;      ///< one thread at a time, however often a selection grows under the mouse
        std::optional<Look> next; ///< the latest content, when that thread has ended
    };
    void look(QClipboard::Mode mode, const std::function<CopySource()> &source);
    void lookInBackground(QClipboard::Mode mode);
    void takeFinding(QClipboard::Mode mode, const Look &look, bool holds);
    void take(QClipboard::Mode mode, const QString &text);
    [[nodiscard]] Place &placeOf(QClipboard::Mode mode) { return m_places.at(static_cast<std::size_t>(mode)); }
    [[nodiscard]] static bool finds(const Look &look);

    QClipboard &m_clipboard;
    SecretClipboard &m_secrets;
    std::function<QList<Secret>()> m_tokens;
    std::function<CopySource()> m_source;
    std::array<Place, QClipboard::LastMode + 1> m_places;
    quint64 m_lessons = 0; ///< how often SecretClipboard came to know more
};

/// Whether text holds something secret, or is part of something that is.
[[nodiscard]] bool holdsSecret(const QByteArray &text, const QList<Secret> &known);
/// Whether text that was copied from `source` is a secret there, holds one, or reaches into one and has at least eight
/// bytes: a value beside a secret name, or whatever else the Redactor would remove. A large source is read around the
/// first places only where the text occurs in it.
[[nodiscard]] bool isSecretIn(QByteArrayView source, const QByteArray &text);

} // namespace acx

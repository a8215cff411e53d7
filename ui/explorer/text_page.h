// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/prepared_text.h"
#include "ui/explorer/text_hits.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace acx {

class LargeTextView;
class SourceView;

/// An answer as text: pretty or as received. Text is made ready in the background when the page is first seen. Its
/// parts: "textPretty" and "textReceived" (JSON only), "bodyNote", "answerSource" for small text, "answerLargeText".
class TextPage final : public QWidget
{
    Q_OBJECT
    /// What is shown, at most its first 256 KB.
    Q_PROPERTY(QString plainText READ plainText) // clazy:exclude=qproperty-without-notify

public:
    explicit TextPage(const Theme &theme, QWidget *parent = nullptr);
    ~TextPage() override;

    void clear();
    void setBody(const ResponseBody &body, BodyKind kind, const QByteArray &contentType);
    /// The body is JSON and may be laid out anew.
    void setJson(JsonIndexPtr index);
    /// The body was to be JSON and is not: shown as received, at the place.
    void setProblem(const JsonProblem &problem);

    [[nodiscard]] QString plainText() const;
    /// What is shown; none while it is made ready.
    [[nodiscard]] const std::optional<PreparedText> &text() const { return m_text; }
    void goTo(qint64 offset, qint64 length);
    void setHits(const TextHitsPtr &hits);

Q_SIGNALS:
    /// text() is another one than before.
    void textChanged();
    void copyRefused();
    void urlClicked(const QString &url, bool newTab);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildLine();
    void setPretty(bool pretty);
    void stop();
    void prepare();
    void take(const Result<PreparedText> &text);
    void showProblem();
    void tell(const QString &note);

    QWidget *m_switches = nullptr;
    QPushButton *m_prettySwitch = nullptr;
    QPushButton *m_receivedSwitch = nullptr;
    QLabel *m_note = nullptr;
    QStackedWidget *m_views;
    SourceView *m_source;
    LargeTextView *m_large;
    ResponseBody m_body;
    QByteArray m_contentType;
    BodyKind m_kind = BodyKind::Empty;
    JsonIndexPtr m_json;
    std::optional<JsonProblem> m_problem;
    std::optional<PreparedText> m_text;
    bool m_pretty = false;
    bool m_isDue = false;                     ///< nothing is shown yet, and nothing is on its way
    std::shared_ptr<std::atomic_bool> m_goOn; ///< of what is on its way
};

} // namespace acx

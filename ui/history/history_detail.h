// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_entry.h"
#include "ui/app_services.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QTabWidget;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class InlineNotice;
class TextPage;
class WaterfallBar;

/// One entry: what was sent and what came back, as far as it is kept. Its parts: "entryTitle", "entryStatus",
/// "entryUrl", "entryFacts", "entryOpen", "entryCopyUrl", "entryProblem"; the pages "entryAnswer", "entryRequest",
/// "entryHeaders" of "entryTabs" with "entryAnswerNote" and "entryRequestNote".
class HistoryDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryDetail(const AppServices &services, QWidget *parent = nullptr);

    void setEntry(const HistoryEntry &entry);
    [[nodiscard]] const HistoryEntry &entry() const { return m_entry; }

Q_SIGNALS:
    void openWanted();
    void copyWanted();

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildPages();
    /// A page with a note above what is kept of a body.
    [[nodiscard]] QWidget *buildBodyPage(const QString &name, QLabel *&note, TextPage *&text);
    void showBody(QLabel &note, TextPage &page, const QByteArray &bytes, const QByteArray &contentType,
                  const QString &words);
    void showHeaders();

    const AppServices m_services;
    HistoryEntry m_entry;
    ElidedLabel *m_title = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_method = nullptr;
    ElidedLabel *m_url = nullptr;
    ElidedLabel *m_facts = nullptr;
    InlineNotice *m_problem;
    WaterfallBar *m_waterfall;
    QTabWidget *m_tabs = nullptr;
    QLabel *m_answerNote = nullptr;
    TextPage *m_answer = nullptr;
    QLabel *m_requestNote = nullptr;
    TextPage *m_request = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    quint64 m_generation = 0; ///< an index made for an older entry is dropped
};

} // namespace acx

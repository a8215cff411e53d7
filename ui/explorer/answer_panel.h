// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"
#include "app/json/json_index.h"
#include "ui/explorer/answer_words.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/json_tree_model.h"

#include <QWidget>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QTabWidget;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class AnswerHead;
class AnswerSearch;
class FilePage;
class HeaderTable;
class HexView;
class InlineNotice;
class JsonReading;
class JsonTreePage;
class TextPage;
class Theme;
class TimingView;

/// What came back. Its parts: the head (see AnswerHead), "reading" while JSON is read (see JsonReading), and in
/// "answerTabs" what fits the body: the tree (see JsonTreePage), "answerBody" (see TextPage), "answerFile" (see
/// FilePage), "answerHex", then "answerHeaders" and "answerTiming"; beside the tabs the search (see AnswerSearch). The
/// notices "answerNotice", "answerProblem", "answerError" and "answerDefinition" with "openAsCatalog"; "answerEmpty"
/// before the first answer. Ctrl+F searches, F3 and Shift+F3 go through the hits.
class AnswerPanel final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 largestCopy = 16LL * 1024 * 1024; // bytes

    explicit AnswerPanel(const Theme &theme, QWidget *parent = nullptr);

    void reset();
    void showSending();
    void showProgress(const HttpProgress &progress);
    void showExchange(const Exchange &exchange);
    /// One that was shown before, with what was told first about it then.
    void showAgain(const Exchange &exchange, const std::optional<AnswerHeadline> &headline);
    void showError(const Error &error);
    /// Without the secrets that were sent: an answer stays, also while the program is locked.
    [[nodiscard]] const std::optional<Exchange> &exchange() const { return m_exchange; }
    [[nodiscard]] const std::optional<AnswerHeadline> &headline() const { return m_headline; }
    /// The answer's values; null if it is not JSON, or not read yet.
    [[nodiscard]] const JsonIndexPtr &jsonIndex() const { return m_json; }

    /// What strings and headers of answers lead to. Links on the profile are told by linkActivated().
    void setLinkRule(const LinkRule &rule);
    /// Opens links that lie elsewhere; the system's browser unless told otherwise.
    void setBrowser(std::function<void(const QUrl &)> open) { m_browser = std::move(open); }
    /// Puts a bar above everything else; the panel takes it.
    void setNavigation(QWidget *bar);

Q_SIGNALS:
    /// `pretty` only for JSON: see jsonIndex() and savePretty().
    void saveWanted(bool pretty);
    void linkActivated(const QUrl &url, bool newTab);
    /// The answer is an API definition that is to be opened as a catalog.
    void definitionWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Tab { TreeTab, TextTab, FileTab, HexTab, HeadersTab, TimingTab };

    void buildLayout();
    [[nodiscard]] QWidget *buildTabs();
    void buildShortcuts();
    void connectParts();
    void setFilled(bool filled);
    void showNotices();
    void showBody(const HttpResponse &response);
    void offerTabs(BodyKind kind);
    void takeJson(const Result<JsonIndexed> &read);
    void offerDefinition(BodyKind kind);
    void openLink(const AnswerLink &link, bool newTab);
    void openUrl(const QString &url, bool newTab);
    void retarget();
    void showHits();
    void goToHit(qint64 offset, qint64 length);
    void tellTooLarge();
    void copyBody();

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QLabel *m_empty;
    QWidget *m_filled;
    AnswerHead *m_head;
    JsonReading *m_reading;
    QWidget *m_searchRow = nullptr; ///< where the search is when the tabs leave no room beside them
    AnswerSearch *m_search = nullptr;
    QTabWidget *m_tabs = nullptr;
    JsonTreePage *m_tree = nullptr;
    TextPage *m_text = nullptr;
    FilePage *m_file = nullptr;
    HexView *m_hex = nullptr;
    HeaderTable *m_headers = nullptr;
    TimingView *m_timing = nullptr;
    InlineNotice *m_notice;
    InlineNotice *m_problem;
    InlineNotice *m_error;
    InlineNotice *m_definition;
    std::optional<Exchange> m_exchange;
    std::optional<AnswerHeadline> m_headline;
    JsonIndexPtr m_json;
    LinkRule m_linkRule;
    std::function<void(const QUrl &)> m_browser;
};

} // namespace acx

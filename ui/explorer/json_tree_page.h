// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/json_tree_view.h"
#include "ui/explorer/text_hits.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class LargeTextView;

/// The tree of an answer with a filter above it and the current value below. Its parts: "answerFilter" (a JSON Pointer
/// or a JSONPath), "filterNote", "treeWhole" (shows everything again), "foldLevel1" to "foldLevel3" and "foldAll",
/// "answerTree", "valuePath" (where the current value is) and "valueText" (a value that is too long for its row).
class JsonTreePage final : public QWidget
{
    Q_OBJECT
public:
    explicit JsonTreePage(const Theme &theme, QWidget *parent = nullptr);
    ~JsonTreePage() override;

    void setIndex(const JsonIndexPtr &index);
    void clear() { setIndex({}); }
    [[nodiscard]] JsonTreeView &view() { return *m_view; }
    void setHits(const TextHitsPtr &hits, const QString &needle);
    /// Brings the name or value at this byte into sight.
    void goTo(qint64 offset);

private:
    using Found = std::vector<JsonIndex::Node>;

    [[nodiscard]] QWidget *buildLine();
    [[nodiscard]] QWidget *buildDetail();
    void applyFilter();
    void findByPath(const QString &text);
    void show(const QString &text, const Result<Found> &found);
    void tell(const QString &note);
    void showAll();
    void onRootsChanged();
    void showValue(JsonIndex::Node node);
    void showLongText(JsonIndex::Node node);
    void stop();

    const Theme &m_theme;
    JsonTreeView *m_view;
    QLineEdit *m_filter = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_whole = nullptr;
    QWidget *m_noteLine = nullptr;
    ElidedLabel *m_path = nullptr;
    LargeTextView *m_text = nullptr;
    QSplitter *m_columns = nullptr;
    QTimer m_filterSoon; ///< while one types
    std::shared_ptr<std::atomic_bool> m_goOn;
    quint64 m_shown = 0; ///< a text made ready for another value is dropped
    bool m_filtering = false;
};

} // namespace acx

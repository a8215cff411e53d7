// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"
#include "ui/explorer/body_editor_content.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace acx {

class BodyFields;
class BodyFindings;
class BodyParts;
class CodeView;
class FileChooser;
class ParameterLine;
class Theme;

/// The body of a request: written ("requestBody", checked against the schema while one types, what is found listed in
/// "bodyFindings"), as the fields of a form ("bodyFields", or "bodyParts" of a free request), or from a file
/// ("bodyFile" with "bodyFileChoose"). Further controls: "bodyType", "bodyExample" (with several, the menu
/// "bodyExamples" of "bodyExample:name"), "bodyFormat", "bodyStatus"; "bodyNone" where an operation takes no body.
class BodyEditor final : public QWidget
{
    Q_OBJECT
public:
    BodyEditor(const Theme &theme, FileChooser &files, QWidget *parent = nullptr);

    /// The body of an operation; none if it takes none.
    void setOperationBody(const std::optional<OperationBody> &body, std::shared_ptr<const OpenApiSource> source);
    /// Any body, for a request that belongs to no operation.
    void setFree();

    [[nodiscard]] BodyContent content() const;
    [[nodiscard]] QList<NamedValue> values() const;
    [[nodiscard]] QString mediaType() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString file() const;
    void setContent(const QString &mediaType, const QString &text, const QString &file,
                    const QList<NamedValue> &values);
    /// Tells in the fields what is wrong with them. False if something is.
    bool check();

Q_SIGNALS:
    void changed();
    /// Ctrl+Enter.
    void submitted();

private:
    enum class Page { Text, Fields, Parts, File, None };
    [[nodiscard]] QHBoxLayout *buildBar();
    [[nodiscard]] QWidget *buildFilePage(FileChooser &files);
    void buildCode();
    void fillTypes();
    void followType();
    [[nodiscard]] const BodyShape *shape() const;
    [[nodiscard]] Page page() const;
    void insertExample();
    void offerExamples(const QList<NamedExample> &examples);
    void format();
    void textEdited();
    void checkSoon();

    const Theme &m_theme;
    std::optional<OperationBody> m_body;
    std::shared_ptr<const OpenApiSource> m_source;
    bool m_free = true;
    QComboBox *m_type = nullptr;
    QPushButton *m_example = nullptr;
    QMenu *m_examples = nullptr; ///< to choose from, where the document has several
    QPushButton *m_format = nullptr;
    QStackedWidget *m_pages;
    CodeView *m_code = nullptr;
    BodyFields *m_fields;
    BodyParts *m_parts;
    QWidget *m_filePage = nullptr;
    ParameterLine *m_file = nullptr;
    QLabel *m_none;
    BodyFindings *m_findings;
    quint64 m_generation = 0; ///< of the text; what was made from an older one is dropped
};

} // namespace acx

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'form_editor_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFrame, QHBoxLayout, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPlainTextEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_FormEditorDialog(object):
    def setupUi(self, FormEditorDialog):
        if not FormEditorDialog.objectName():
            FormEditorDialog.setObjectName(u"FormEditorDialog")
        FormEditorDialog.resize(1120, 640)
        self.layout_21 = QVBoxLayout(FormEditorDialog)
        self.layout_21.setSpacing(14)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(26, 24, 26, 22)
        self.layout_17 = QHBoxLayout()
        self.layout_17.setSpacing(10)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.layout_14 = QVBoxLayout()
        self.layout_14.setSpacing(3)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(FormEditorDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_14.addWidget(self.heading_label)

        self.hint_label = QLabel(FormEditorDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_14.addWidget(self.hint_label)


        self.layout_17.addLayout(self.layout_14)

        self.spacer_15 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_17.addItem(self.spacer_15)

        self.layout_16 = QVBoxLayout()
        self.layout_16.setSpacing(0)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(0, 0, 0, 0)
        self.language_combo = QComboBox(FormEditorDialog)
        self.language_combo.setObjectName(u"language_combo")

        self.layout_16.addWidget(self.language_combo)


        self.layout_17.addLayout(self.layout_16)

        self.language_button = QPushButton(FormEditorDialog)
        self.language_button.setObjectName(u"language_button")

        self.layout_17.addWidget(self.language_button)

        self.layout_17.setStretch(0, 1)

        self.layout_21.addLayout(self.layout_17)

        self.layout_18 = QHBoxLayout()
        self.layout_18.setSpacing(18)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.question_list = QListWidget(FormEditorDialog)
        self.question_list.setObjectName(u"question_list")
        self.question_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_3.addWidget(self.question_list)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(6)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.add_button = QPushButton(FormEditorDialog)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setProperty(u"icon_name", u"plus")

        self.layout_2.addWidget(self.add_button)

        self.up_button = QPushButton(FormEditorDialog)
        self.up_button.setObjectName(u"up_button")
        self.up_button.setProperty(u"icon_name", u"chevron-up")

        self.layout_2.addWidget(self.up_button)

        self.down_button = QPushButton(FormEditorDialog)
        self.down_button.setObjectName(u"down_button")
        self.down_button.setProperty(u"icon_name", u"chevron-down")

        self.layout_2.addWidget(self.down_button)

        self.remove_button = QPushButton(FormEditorDialog)
        self.remove_button.setObjectName(u"remove_button")

        self.layout_2.addWidget(self.remove_button)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_1)


        self.layout_3.addLayout(self.layout_2)


        self.layout_18.addLayout(self.layout_3)

        self.fields_area = QScrollArea(FormEditorDialog)
        self.fields_area.setObjectName(u"fields_area")
        self.fields_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields_area.setWidgetResizable(True)
        self.fields_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields_box = QWidget()
        self.fields_box.setObjectName(u"fields_box")
        self.fields_box.setProperty(u"look", u"clear")
        self.layout_11 = QVBoxLayout(self.fields_box)
        self.layout_11.setSpacing(12)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(4, 0, 12, 0)
        self.kind_label = QLabel(self.fields_box)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"look", u"muted")
        self.kind_label.setWordWrap(True)

        self.layout_11.addWidget(self.kind_label)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.question_field_label = QLabel(self.fields_box)
        self.question_field_label.setObjectName(u"question_field_label")
        self.question_field_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.question_field_label)

        self.question_edit = QPlainTextEdit(self.fields_box)
        self.question_edit.setObjectName(u"question_edit")
        self.question_edit.setTabChangesFocus(True)
        self.question_edit.setMinimumSize(QSize(60, 70))
        self.question_edit.setMaximumSize(QSize(16777215, 110))

        self.layout_4.addWidget(self.question_edit)


        self.layout_11.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.hint_field_label = QLabel(self.fields_box)
        self.hint_field_label.setObjectName(u"hint_field_label")
        self.hint_field_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.hint_field_label)

        self.hint_edit = QLineEdit(self.fields_box)
        self.hint_edit.setObjectName(u"hint_edit")
        self.hint_edit.setMaxLength(400)

        self.layout_5.addWidget(self.hint_edit)


        self.layout_11.addLayout(self.layout_5)

        self.choices_box = QWidget(self.fields_box)
        self.choices_box.setObjectName(u"choices_box")
        self.layout_6 = QVBoxLayout(self.choices_box)
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.choices_field_label = QLabel(self.choices_box)
        self.choices_field_label.setObjectName(u"choices_field_label")
        self.choices_field_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.choices_field_label)

        self.choices_edit = QPlainTextEdit(self.choices_box)
        self.choices_edit.setObjectName(u"choices_edit")
        self.choices_edit.setTabChangesFocus(True)
        self.choices_edit.setMinimumSize(QSize(60, 90))

        self.layout_6.addWidget(self.choices_edit)


        self.layout_11.addWidget(self.choices_box)

        self.limits_box = QWidget(self.fields_box)
        self.limits_box.setObjectName(u"limits_box")
        self.layout_9 = QHBoxLayout(self.limits_box)
        self.layout_9.setSpacing(12)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(5)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.low_field_label = QLabel(self.limits_box)
        self.low_field_label.setObjectName(u"low_field_label")
        self.low_field_label.setProperty(u"look", u"field")

        self.layout_7.addWidget(self.low_field_label)

        self.low_edit = QLineEdit(self.limits_box)
        self.low_edit.setObjectName(u"low_edit")
        self.low_edit.setMaxLength(12)

        self.layout_7.addWidget(self.low_edit)


        self.layout_9.addLayout(self.layout_7)

        self.layout_8 = QVBoxLayout()
        self.layout_8.setSpacing(5)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.high_field_label = QLabel(self.limits_box)
        self.high_field_label.setObjectName(u"high_field_label")
        self.high_field_label.setProperty(u"look", u"field")

        self.layout_8.addWidget(self.high_field_label)

        self.high_edit = QLineEdit(self.limits_box)
        self.high_edit.setObjectName(u"high_edit")
        self.high_edit.setMaxLength(12)

        self.layout_8.addWidget(self.high_edit)


        self.layout_9.addLayout(self.layout_8)


        self.layout_11.addWidget(self.limits_box)

        self.required_check = QCheckBox(self.fields_box)
        self.required_check.setObjectName(u"required_check")

        self.layout_11.addWidget(self.required_check)

        self.when_label = QLabel(self.fields_box)
        self.when_label.setObjectName(u"when_label")
        self.when_label.setProperty(u"look", u"muted")
        self.when_label.setWordWrap(True)

        self.layout_11.addWidget(self.when_label)

        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_10)

        self.fields_area.setWidget(self.fields_box)

        self.layout_18.addWidget(self.fields_area)

        self.preview_card = QFrame(FormEditorDialog)
        self.preview_card.setObjectName(u"preview_card")
        self.preview_card.setProperty(u"look", u"card")
        self.layout_13 = QVBoxLayout(self.preview_card)
        self.layout_13.setSpacing(10)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(18, 16, 18, 16)
        self.preview_caption = QLabel(self.preview_card)
        self.preview_caption.setObjectName(u"preview_caption")
        self.preview_caption.setProperty(u"look", u"caption")

        self.layout_13.addWidget(self.preview_caption)

        self.preview_question = QLabel(self.preview_card)
        self.preview_question.setObjectName(u"preview_question")
        self.preview_question.setProperty(u"look", u"heading")
        self.preview_question.setWordWrap(True)
        self.preview_question.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_13.addWidget(self.preview_question)

        self.preview_hint = QLabel(self.preview_card)
        self.preview_hint.setObjectName(u"preview_hint")
        self.preview_hint.setProperty(u"look", u"muted")
        self.preview_hint.setWordWrap(True)
        self.preview_hint.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_13.addWidget(self.preview_hint)

        self.preview_area = QScrollArea(self.preview_card)
        self.preview_area.setObjectName(u"preview_area")
        self.preview_area.setWidgetResizable(True)
        self.preview_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview_box = QWidget()
        self.preview_box.setObjectName(u"preview_box")
        self.preview_box.setProperty(u"look", u"clear")
        self.preview_layout = QVBoxLayout(self.preview_box)
        self.preview_layout.setSpacing(8)
        self.preview_layout.setObjectName(u"preview_layout")
        self.preview_layout.setContentsMargins(0, 0, 0, 0)
        self.preview_area.setWidget(self.preview_box)

        self.layout_13.addWidget(self.preview_area)

        self.layout_13.setStretch(3, 1)

        self.layout_18.addWidget(self.preview_card)

        self.layout_18.setStretch(0, 4)
        self.layout_18.setStretch(1, 5)
        self.layout_18.setStretch(2, 4)

        self.layout_21.addLayout(self.layout_18)

        self.error_label = QLabel(FormEditorDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setWordWrap(True)
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_21.addWidget(self.error_label)

        self.layout_20 = QHBoxLayout()
        self.layout_20.setSpacing(10)
        self.layout_20.setObjectName(u"layout_20")
        self.layout_20.setContentsMargins(0, 0, 0, 0)
        self.undo_button = QPushButton(FormEditorDialog)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setProperty(u"icon_name", u"arrow-back-up")

        self.layout_20.addWidget(self.undo_button)

        self.spacer_19 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_20.addItem(self.spacer_19)

        self.cancel_button = QPushButton(FormEditorDialog)
        self.cancel_button.setObjectName(u"cancel_button")

        self.layout_20.addWidget(self.cancel_button)

        self.save_button = QPushButton(FormEditorDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")

        self.layout_20.addWidget(self.save_button)


        self.layout_21.addLayout(self.layout_20)

        self.layout_21.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.question_field_label.setBuddy(self.question_edit)
        self.hint_field_label.setBuddy(self.hint_edit)
        self.choices_field_label.setBuddy(self.choices_edit)
        self.low_field_label.setBuddy(self.low_edit)
        self.high_field_label.setBuddy(self.high_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FormEditorDialog)

        QMetaObject.connectSlotsByName(FormEditorDialog)
    # setupUi

    def retranslateUi(self, FormEditorDialog):
        FormEditorDialog.setWindowTitle(QCoreApplication.translate("FormEditorDialog", u"Questionnaire", None))
        self.heading_label.setText(QCoreApplication.translate("FormEditorDialog", u"Questionnaire", None))
        self.hint_label.setText(QCoreApplication.translate("FormEditorDialog", u"Change the questions. Saving makes a new version; answers that are here already are kept.", None))
#if QT_CONFIG(accessibility)
        self.language_combo.setAccessibleName(QCoreApplication.translate("FormEditorDialog", u"Language", None))
#endif // QT_CONFIG(accessibility)
        self.language_button.setText(QCoreApplication.translate("FormEditorDialog", u"Add a &language\u2026", None))
#if QT_CONFIG(accessibility)
        self.question_list.setAccessibleName(QCoreApplication.translate("FormEditorDialog", u"Questions in order", None))
#endif // QT_CONFIG(accessibility)
        self.add_button.setText(QCoreApplication.translate("FormEditorDialog", u"&Add", None))
#if QT_CONFIG(tooltip)
        self.add_button.setToolTip(QCoreApplication.translate("FormEditorDialog", u"Add a question after the one that is chosen", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.up_button.setAccessibleName(QCoreApplication.translate("FormEditorDialog", u"Move up", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.up_button.setToolTip(QCoreApplication.translate("FormEditorDialog", u"Move up (Alt+Up)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.down_button.setAccessibleName(QCoreApplication.translate("FormEditorDialog", u"Move down", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.down_button.setToolTip(QCoreApplication.translate("FormEditorDialog", u"Move down (Alt+Down)", None))
#endif // QT_CONFIG(tooltip)
        self.remove_button.setText(QCoreApplication.translate("FormEditorDialog", u"&Remove", None))
        self.kind_label.setText("")
        self.question_field_label.setText(QCoreApplication.translate("FormEditorDialog", u"&Question", None))
        self.hint_field_label.setText(QCoreApplication.translate("FormEditorDialog", u"&Help under it", None))
        self.choices_field_label.setText(QCoreApplication.translate("FormEditorDialog", u"&Choices, one a line", None))
        self.low_field_label.setText(QCoreApplication.translate("FormEditorDialog", u"From", None))
        self.high_field_label.setText(QCoreApplication.translate("FormEditorDialog", u"To", None))
        self.required_check.setText(QCoreApplication.translate("FormEditorDialog", u"Needs an ans&wer", None))
        self.when_label.setText("")
        self.preview_caption.setText(QCoreApplication.translate("FormEditorDialog", u"As the kiosk shows it", None))
        self.preview_question.setText("")
        self.preview_hint.setText("")
        self.error_label.setText("")
        self.undo_button.setText(QCoreApplication.translate("FormEditorDialog", u"&Undo", None))
#if QT_CONFIG(shortcut)
        self.undo_button.setShortcut(QCoreApplication.translate("FormEditorDialog", u"Ctrl+Z", None))
#endif // QT_CONFIG(shortcut)
        self.cancel_button.setText(QCoreApplication.translate("FormEditorDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("FormEditorDialog", u"&Save", None))
    # retranslateUi


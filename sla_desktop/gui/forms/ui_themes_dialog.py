# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'themes_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractScrollArea, QApplication, QCheckBox, QComboBox,
    QDialog, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from sla_desktop.gui.shared.flow_box import FlowBox

class Ui_ThemesDialog(object):
    def setupUi(self, ThemesDialog):
        if not ThemesDialog.objectName():
            ThemesDialog.setObjectName(u"ThemesDialog")
        ThemesDialog.resize(1160, 640)
        self.layout_22 = QVBoxLayout(ThemesDialog)
        self.layout_22.setSpacing(14)
        self.layout_22.setObjectName(u"layout_22")
        self.layout_22.setContentsMargins(26, 24, 26, 22)
        self.layout_18 = QHBoxLayout()
        self.layout_18.setSpacing(12)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(0, 0, 0, 0)
        self.layout_16 = QVBoxLayout()
        self.layout_16.setSpacing(3)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(ThemesDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_16.addWidget(self.heading_label)

        self.hint_label = QLabel(ThemesDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_16.addWidget(self.hint_label)


        self.layout_18.addLayout(self.layout_16)

        self.layout_18.setStretch(0, 1)

        self.layout_22.addLayout(self.layout_18)

        self.choice_layout = QHBoxLayout()
        self.choice_layout.setSpacing(16)
        self.choice_layout.setObjectName(u"choice_layout")
        self.choice_layout.setContentsMargins(0, 0, 0, 0)
        self.question_layout = QVBoxLayout()
        self.question_layout.setSpacing(5)
        self.question_layout.setObjectName(u"question_layout")
        self.question_layout.setContentsMargins(0, 0, 0, 0)
        self.question_field_label = QLabel(ThemesDialog)
        self.question_field_label.setObjectName(u"question_field_label")
        self.question_field_label.setProperty(u"look", u"field")

        self.question_layout.addWidget(self.question_field_label)

        self.question_combo = QComboBox(ThemesDialog)
        self.question_combo.setObjectName(u"question_combo")
        self.question_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.question_combo.setMinimumContentsLength(12)

        self.question_layout.addWidget(self.question_combo)


        self.choice_layout.addLayout(self.question_layout)

        self.layout_17 = QVBoxLayout()
        self.layout_17.setSpacing(5)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.coder_field_label = QLabel(ThemesDialog)
        self.coder_field_label.setObjectName(u"coder_field_label")
        self.coder_field_label.setProperty(u"look", u"field")

        self.layout_17.addWidget(self.coder_field_label)

        self.coder_edit = QLineEdit(ThemesDialog)
        self.coder_edit.setObjectName(u"coder_edit")
        self.coder_edit.setMaxLength(60)

        self.layout_17.addWidget(self.coder_edit)


        self.choice_layout.addLayout(self.layout_17)

        self.choice_layout.setStretch(0, 3)
        self.choice_layout.setStretch(1, 1)

        self.layout_22.addLayout(self.choice_layout)

        self.layout_19 = QHBoxLayout()
        self.layout_19.setSpacing(16)
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setContentsMargins(0, 0, 0, 0)
        self.comments_card = QFrame(ThemesDialog)
        self.comments_card.setObjectName(u"comments_card")
        self.comments_card.setProperty(u"look", u"card")
        self.layout_1 = QVBoxLayout(self.comments_card)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(16, 14, 16, 14)
        self.open_check = QCheckBox(self.comments_card)
        self.open_check.setObjectName(u"open_check")

        self.layout_1.addWidget(self.open_check)

        self.comments_list = QListWidget(self.comments_card)
        self.comments_list.setObjectName(u"comments_list")
        self.comments_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_1.addWidget(self.comments_list)

        self.progress_label = QLabel(self.comments_card)
        self.progress_label.setObjectName(u"progress_label")
        self.progress_label.setProperty(u"look", u"muted")
        self.progress_label.setWordWrap(True)

        self.layout_1.addWidget(self.progress_label)


        self.layout_19.addWidget(self.comments_card)

        self.comment_card = QFrame(ThemesDialog)
        self.comment_card.setObjectName(u"comment_card")
        self.comment_card.setProperty(u"look", u"card")
        self.comment_layout = QVBoxLayout(self.comment_card)
        self.comment_layout.setSpacing(8)
        self.comment_layout.setObjectName(u"comment_layout")
        self.comment_layout.setContentsMargins(16, 14, 6, 14)
        self.comment_area = QScrollArea(self.comment_card)
        self.comment_area.setObjectName(u"comment_area")
        self.comment_area.setWidgetResizable(True)
        self.comment_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.comment_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.comment_box = QWidget()
        self.comment_box.setObjectName(u"comment_box")
        self.comment_box.setProperty(u"look", u"clear")
        self.layout_5 = QVBoxLayout(self.comment_box)
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 10, 0)
        self.comment_label = QLabel(self.comment_box)
        self.comment_label.setObjectName(u"comment_label")
        self.comment_label.setProperty(u"look", u"lead-strong")
        self.comment_label.setWordWrap(True)
        self.comment_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.comment_label)

        self.first_button = QPushButton(self.comment_box)
        self.first_button.setObjectName(u"first_button")
        self.first_button.setProperty(u"look", u"choice")

        self.layout_5.addWidget(self.first_button)

        self.second_button = QPushButton(self.comment_box)
        self.second_button.setObjectName(u"second_button")
        self.second_button.setProperty(u"look", u"choice")

        self.layout_5.addWidget(self.second_button)

        self.third_button = QPushButton(self.comment_box)
        self.third_button.setObjectName(u"third_button")
        self.third_button.setProperty(u"look", u"choice")

        self.layout_5.addWidget(self.third_button)

        self.why_label = QLabel(self.comment_box)
        self.why_label.setObjectName(u"why_label")
        self.why_label.setProperty(u"look", u"muted")
        self.why_label.setWordWrap(True)
        self.why_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.why_label)

        self.all_label = QLabel(self.comment_box)
        self.all_label.setObjectName(u"all_label")
        self.all_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.all_label)

        self.themes_list = QListWidget(self.comment_box)
        self.themes_list.setObjectName(u"themes_list")
        self.themes_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.themes_list.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)

        self.layout_5.addWidget(self.themes_list)

        self.similar_label = QLabel(self.comment_box)
        self.similar_label.setObjectName(u"similar_label")
        self.similar_label.setProperty(u"look", u"muted")
        self.similar_label.setWordWrap(True)
        self.similar_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.similar_label)

        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.spacer_4)

        self.comment_area.setWidget(self.comment_box)

        self.comment_layout.addWidget(self.comment_area)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.keep_button = QPushButton(self.comment_card)
        self.keep_button.setObjectName(u"keep_button")
        self.keep_button.setProperty(u"look", u"primary")

        self.layout_3.addWidget(self.keep_button)

        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_2)


        self.comment_layout.addLayout(self.layout_3)


        self.layout_19.addWidget(self.comment_card)

        self.book_card = QFrame(ThemesDialog)
        self.book_card.setObjectName(u"book_card")
        self.book_card.setProperty(u"look", u"card")
        self.book_layout = QVBoxLayout(self.book_card)
        self.book_layout.setSpacing(8)
        self.book_layout.setObjectName(u"book_layout")
        self.book_layout.setContentsMargins(16, 14, 6, 14)
        self.book_heading_label = QLabel(self.book_card)
        self.book_heading_label.setObjectName(u"book_heading_label")
        self.book_heading_label.setProperty(u"look", u"caption")

        self.book_layout.addWidget(self.book_heading_label)

        self.book_area = QScrollArea(self.book_card)
        self.book_area.setObjectName(u"book_area")
        self.book_area.setWidgetResizable(True)
        self.book_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.book_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.book_box = QWidget()
        self.book_box.setObjectName(u"book_box")
        self.book_box.setProperty(u"look", u"clear")
        self.layout_15 = QVBoxLayout(self.book_box)
        self.layout_15.setSpacing(8)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(0, 0, 10, 0)
        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.name_field_label = QLabel(self.book_box)
        self.name_field_label.setObjectName(u"name_field_label")
        self.name_field_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.name_field_label)

        self.name_edit = QLineEdit(self.book_box)
        self.name_edit.setObjectName(u"name_edit")
        self.name_edit.setMaxLength(100)

        self.layout_6.addWidget(self.name_edit)


        self.layout_15.addLayout(self.layout_6)

        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(5)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.description_field_label = QLabel(self.book_box)
        self.description_field_label.setObjectName(u"description_field_label")
        self.description_field_label.setProperty(u"look", u"field")

        self.layout_7.addWidget(self.description_field_label)

        self.description_edit = QPlainTextEdit(self.book_box)
        self.description_edit.setObjectName(u"description_edit")
        self.description_edit.setTabChangesFocus(True)
        self.description_edit.setMinimumSize(QSize(60, 60))
        self.description_edit.setMaximumSize(QSize(16777215, 120))

        self.layout_7.addWidget(self.description_edit)


        self.layout_15.addLayout(self.layout_7)

        self.book_buttons_box = FlowBox(self.book_box)
        self.book_buttons_box.setObjectName(u"book_buttons_box")
        self.add_button = QPushButton(self.book_buttons_box)
        self.add_button.setObjectName(u"add_button")
        self.add_button.setProperty(u"icon_name", u"plus")
        self.rename_button = QPushButton(self.book_buttons_box)
        self.rename_button.setObjectName(u"rename_button")
        self.retire_button = QPushButton(self.book_buttons_box)
        self.retire_button.setObjectName(u"retire_button")

        self.layout_15.addWidget(self.book_buttons_box)

        self.book_error_label = QLabel(self.book_box)
        self.book_error_label.setObjectName(u"book_error_label")
        self.book_error_label.setProperty(u"tone", u"bad")
        self.book_error_label.setWordWrap(True)
        self.book_error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_15.addWidget(self.book_error_label)

        self.agreement_label = QLabel(self.book_box)
        self.agreement_label.setObjectName(u"agreement_label")
        self.agreement_label.setProperty(u"look", u"muted")
        self.agreement_label.setWordWrap(True)
        self.agreement_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_15.addWidget(self.agreement_label)

        self.spacer_14 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_15.addItem(self.spacer_14)

        self.book_area.setWidget(self.book_box)

        self.book_layout.addWidget(self.book_area)


        self.layout_19.addWidget(self.book_card)

        self.layout_19.setStretch(0, 4)
        self.layout_19.setStretch(1, 5)
        self.layout_19.setStretch(2, 4)

        self.layout_22.addLayout(self.layout_19)

        self.layout_21 = QHBoxLayout()
        self.layout_21.setSpacing(8)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(0, 0, 0, 0)
        self.undo_button = QPushButton(ThemesDialog)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setProperty(u"icon_name", u"arrow-back-up")

        self.layout_21.addWidget(self.undo_button)

        self.spacer_20 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_21.addItem(self.spacer_20)

        self.export_button = QPushButton(ThemesDialog)
        self.export_button.setObjectName(u"export_button")

        self.layout_21.addWidget(self.export_button)

        self.close_button = QPushButton(ThemesDialog)
        self.close_button.setObjectName(u"close_button")

        self.layout_21.addWidget(self.close_button)


        self.layout_22.addLayout(self.layout_21)

        self.layout_22.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.question_field_label.setBuddy(self.question_combo)
        self.coder_field_label.setBuddy(self.coder_edit)
        self.all_label.setBuddy(self.themes_list)
        self.name_field_label.setBuddy(self.name_edit)
        self.description_field_label.setBuddy(self.description_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ThemesDialog)

        QMetaObject.connectSlotsByName(ThemesDialog)
    # setupUi

    def retranslateUi(self, ThemesDialog):
        ThemesDialog.setWindowTitle(QCoreApplication.translate("ThemesDialog", u"Themes", None))
        self.heading_label.setText(QCoreApplication.translate("ThemesDialog", u"Themes", None))
        self.hint_label.setText(QCoreApplication.translate("ThemesDialog", u"Read each comment and give it themes. Suggestions come from the code book and from what you coded; nothing is coded by itself.", None))
        self.question_field_label.setText(QCoreApplication.translate("ThemesDialog", u"&Question", None))
#if QT_CONFIG(accessibility)
        self.question_combo.setAccessibleName(QCoreApplication.translate("ThemesDialog", u"Question", None))
#endif // QT_CONFIG(accessibility)
        self.coder_field_label.setText(QCoreApplication.translate("ThemesDialog", u"Who code&s", None))
        self.open_check.setText(QCoreApplication.translate("ThemesDialog", u"&Not yet coded", None))
#if QT_CONFIG(accessibility)
        self.comments_list.setAccessibleName(QCoreApplication.translate("ThemesDialog", u"What people wrote", None))
#endif // QT_CONFIG(accessibility)
        self.progress_label.setText("")
        self.comment_label.setText("")
        self.first_button.setText("")
#if QT_CONFIG(tooltip)
        self.first_button.setToolTip(QCoreApplication.translate("ThemesDialog", u"Give this theme and go on (1)", None))
#endif // QT_CONFIG(tooltip)
        self.second_button.setText("")
#if QT_CONFIG(tooltip)
        self.second_button.setToolTip(QCoreApplication.translate("ThemesDialog", u"Give this theme and go on (2)", None))
#endif // QT_CONFIG(tooltip)
        self.third_button.setText("")
#if QT_CONFIG(tooltip)
        self.third_button.setToolTip(QCoreApplication.translate("ThemesDialog", u"Give this theme and go on (3)", None))
#endif // QT_CONFIG(tooltip)
        self.why_label.setText("")
        self.all_label.setText(QCoreApplication.translate("ThemesDialog", u"&All themes: tick one or more", None))
        self.similar_label.setText("")
        self.keep_button.setText(QCoreApplication.translate("ThemesDialog", u"&Keep and go on", None))
#if QT_CONFIG(tooltip)
        self.keep_button.setToolTip(QCoreApplication.translate("ThemesDialog", u"Keep what is ticked, none too (Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.book_heading_label.setText(QCoreApplication.translate("ThemesDialog", u"Code book", None))
        self.name_field_label.setText(QCoreApplication.translate("ThemesDialog", u"Name of a &theme", None))
        self.description_field_label.setText(QCoreApplication.translate("ThemesDialog", u"&When it is given", None))
        self.add_button.setText(QCoreApplication.translate("ThemesDialog", u"A&dd", None))
        self.rename_button.setText(QCoreApplication.translate("ThemesDialog", u"&Change", None))
        self.retire_button.setText(QCoreApplication.translate("ThemesDialog", u"&Remove", None))
        self.book_error_label.setText("")
        self.agreement_label.setText("")
        self.undo_button.setText(QCoreApplication.translate("ThemesDialog", u"&Undo", None))
        self.export_button.setText(QCoreApplication.translate("ThemesDialog", u"Wr&ite for other programs\u2026", None))
        self.close_button.setText(QCoreApplication.translate("ThemesDialog", u"C&lose", None))
    # retranslateUi


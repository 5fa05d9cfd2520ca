"""engines/languagetool"""

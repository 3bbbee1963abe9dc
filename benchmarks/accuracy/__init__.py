"""How right it is, on articles and pages made up or collected."""

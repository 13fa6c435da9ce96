"""What runs found, as tables, pictures and pages.

    journals grouping summary limits story curves   read runs and compute what is told of them; no file format here
    words commands                                  how numbers are said; the command that repeats a run
    tables tidy simulated collect                   CSV and Parquet: the contract's table, one row a sample or candidate
    figures/                                        the pictures, one kind a module; `catalogue` names them
    page/                                           `irloop report` as one HTML page
    markdown                                        `irloop report --format md`
    study_report                                    what `irloop study` leaves
    suite/                                          `irloop suite`: many kernels, as a paper needs them

Every number comes from a journal, except those of the before/after pictures, which come from the contract's files.
"""

namespace Kctl.Completing;

/// <summary>What the shells run. All knowledge is in kctl; the scripts only pass on the words typed and the candidates.</summary>
internal static class CompletionScripts
{
    public const string Bash = """
        # bash completion for kctl
        _kctl() {
            local line=${COMP_LINE:0:COMP_POINT} words=() typed shown line candidates=()
            # Not bash's own words: they are cut at = and : as well.
            read -ra words <<< "$line"
            [[ $line == *[[:space:]] ]] && words+=("")
            typed=${words[${#words[@]} - 1]}
            while IFS= read -r line; do
                candidates+=("${line%%$'\t'*}")
            done < <("${words[0]}" __complete "${words[@]:1}" 2> /dev/null)
            COMPREPLY=()
            shown=${COMP_WORDS[COMP_CWORD]}
            [[ $shown == [=:] ]] && shown=
            if [[ ${candidates[0]} == :files ]]; then
                compopt -o filenames 2> /dev/null
                [[ $typed == *=* ]] && typed=${typed#*=}
                while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
                return
            fi
            # Bash replaces only what follows its last word break.
            local before=${typed%"$shown"}
            for line in "${candidates[@]}"; do COMPREPLY+=("${line#"$before"}"); done
            [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/,] ]] && compopt -o nospace 2> /dev/null
            return 0
        }
        complete -F _kctl kctl

        """;

    public const string Zsh = """
        #compdef kctl
        # zsh completion for kctl
        _kctl() {
            local line words_to_offer=() shown=()
            while IFS= read -r line; do
                if [[ $line == :files ]]; then _files; return; fi
                words_to_offer+=("${line%%$'\t'*}")
                if [[ $line == *$'\t'* ]]; then shown+=("${line%%$'\t'*}  -- ${line#*$'\t'}"); else shown+=("$line"); fi
            done < <("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2> /dev/null)
            (( ${#words_to_offer} )) && compadd -S ' ' -r '=/,' -l -d shown -a words_to_offer
        }
        (( $+functions[compdef] )) && compdef _kctl kctl

        """;

    public const string Fish = """
        # fish completion for kctl
        function __kctl_complete
            set -l words (commandline -opc) (commandline -ct)
            set -l candidates ($words[1] __complete $words[2..-1] 2> /dev/null)
            if test "$candidates[1]" = :files
                __fish_complete_path (commandline -ct)
            else
                printf '%s\n' $candidates
            end
        end
        complete -c kctl -f -a '(__kctl_complete)'

        """;
}

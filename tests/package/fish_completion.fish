# Sources the completion and looks at what it offers: fish_completion.fish SCRIPT, in a folder with
# study.luce.
source $argv[1]

# offers LINE EXPECTED...: all that is offered for the last word of the line, without descriptions.
function offers
    set -l got (complete -C $argv[1] | string replace -r '\t.*' '' | sort)
    set -l expected (printf '%s\n' $argv[2..] | sort)
    if test "$got" != "$expected"
        echo "$argv[1] is completed as '$got', expected '$expected'" >&2
        exit 1
    end
end

offers 'luce-cli tr' train
offers 'luce-cli ex' experiment export
offers 'luce-cli train study.luce --pat' --patience
offers 'luce-cli evaluate study.luce --policy ' uniform logging supervised
offers 'luce-cli import two.csv --format js' jsonl
offers 'luce-cli objective --scheme kl_r' kl_reverse
offers 'luce-cli train study.luce --experiment exp' experiment.json
offers 'luce-cli info st' study.luce
offers 'luce-cli evaluate study.luce --run ' 'first try'
offers 'luce-cli info study.luce --dataset o' 'odd $(touch ran) name'
offers 'luce-cli completion f' fish

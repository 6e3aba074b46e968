package dev.reelstore.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which build this is, from the manifest of the jar it runs from. */
final class BuildVersion implements IVersionProvider {

    BuildVersion() {}

    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {"reelstore " + (version == null ? "(not built as a jar)" : version)};
    }
}
